"""How often one person, or one address of the network, may do what can be hammered.

Amount/period/of whom, as allauth writes them. Where nobody is signed in, `user` is the address:
many colleagues of an agency may share one, so `ip` is generous.
"""

from hub.settings import environment

HUB_RATE_LIMITS: dict[str, str] = {
    "search": "120/m/user",
    # Sent by the page itself while somebody types or reads.
    "suggest": "300/m/user",
    # Feed readers come by themselves, and many people's from one address.
    "feed": "300/m/user",
    "opened": "600/m/user",
    "write": "10/m/user,100/h/user",
    # One question a page, so that a quick writer sends many.
    "draft": "40/m/user,400/h/user",
    "vote": "30/m/user,300/h/user",
    "report": "5/m/user,30/h/user",
    "remark": "5/m/user,20/h/user",
    "contact": "3/m/user,20/d/user",
    "join": "5/m/user,20/d/user",
    "invite": "10/m/user,40/d/user",
    "verify": "3/m/user,10/d/user",
    "agency": "30/m/user",
    "export": "2/m/user,6/d/user",
    "pdf": "10/m/user",
    # Other programs; many people's may come from one address.
    "api": "300/m/user",
    "check_certificate": "10/m/user,60/h/user",
}
# Off where somebody measures; an empty limit is none. The deployment check complains.
RATE_LIMITS_ON = environment.text("HUB_RATE_LIMITS", "on") == "on"
if not RATE_LIMITS_ON:
    HUB_RATE_LIMITS = dict.fromkeys(HUB_RATE_LIMITS, "")

# So many posts of somebody who isn't verified have to be in sight before the next is held no more.
FORUM_APPROVED_POSTS = 1
