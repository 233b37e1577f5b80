"""What each answer means, in the words of somebody who has to decide."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.interventions.enums import Cost, Delivery, Dimension, Effect, Strength, StudiedIn

Words = str | Promise

ASKED: dict[str, Words] = {
    Dimension.EFFECT: _(
        "Did violence change, and by how much, for the people in the studies? It is an average: "
        "some places did better, and some worse."
    ),
    Dimension.STRENGTH: _(
        "How sure the source is of that effect: how many studies there are, how well they were "
        "made, and whether they agree. It says nothing about how large the effect is."
    ),
    Dimension.COST: _(
        "How much it costs beside other approaches, as the source ranks it. It isn't a price: ask "
        "those who run it."
    ),
    Dimension.APPLICABILITY: _(
        "Where the studies were done and with whom. What worked elsewhere may not work here, or "
        "not with other young people."
    ),
    Dimension.IMPLEMENTATION: _(
        "What it takes to do it as it was done in the studies. Done by halves, it may not work."
    ),
    Dimension.MECHANISM: _(
        "Why people think that it works. A good reason is no proof: read it beside the effect."
    ),
}
EFFECTS: dict[str, Words] = {
    Effect.HIGH: _("Large. Look next at how sure the studies are."),
    Effect.MODERATE: _("Worth having, if the evidence is strong enough and it fits your area."),
    Effect.LOW: _("Small. Other approaches may do more for the same money."),
    Effect.NONE: _("Studies looked for an effect on violence and didn't clearly find one."),
    Effect.MIXED: _("Some studies found less violence and others didn't. Find out what differed."),
    Effect.HARM: _("People who got it did worse than those who didn't. Don't start it."),
    Effect.INSUFFICIENT: _(
        "Too few good studies. It may work or not: measure what happens if you try it."
    ),
}
STRENGTHS: dict[int, Words] = {
    Strength.VERY_LOW: _("The true effect could be quite different. Treat it as a guess."),
    Strength.LOW: _("The true effect could well be different. Try it with care and measure."),
    Strength.MODERATE: _("The effect is probably near this, but more studies could change it."),
    Strength.HIGH: _("The effect is likely to be near this. More studies would change it little."),
    Strength.VERY_HIGH: _("Many good studies agree. More would hardly change it."),
}
COSTS: dict[int, Words] = {
    Cost.LOW: _("Among the cheaper approaches that the source compares."),
    Cost.MODERATE: _("In the middle of the approaches that the source compares."),
    Cost.HIGH: _("Among the dearer approaches that the source compares."),
}
PLACES: dict[str, Words] = {
    StudiedIn.HERE: _("Services, schools and law were much like yours."),
    StudiedIn.PARTLY: _("Look at which of the findings come from here."),
    StudiedIn.ELSEWHERE: _("Services, schools and law differ there. Expect to adapt it, and test."),
}
DELIVERIES: dict[str, Words] = {
    Delivery.PLAIN: _("An ordinary team can do it with ordinary support."),
    Delivery.CARE: _("It needs training, supervision or agreements that take a while to set up."),
    Delivery.HARD: _("Even those who planned well often couldn't do all of it. Start small."),
}
NOT_CONFIRMED = _("No source that we've read says so, and we don't guess.")
