"""Sign-in: allauth is the only door (hub/decisions: sign-in)."""

from hub.settings.limits import RATE_LIMITS_ON

AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["hub.users.adapters.PeopleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "hub.users.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_UNIQUE_EMAIL = True
# An open session alone changes no address: it would be the way to a new password.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# One address a person; a new one takes the old one's place when its link is pressed.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_FORMS = {
    "add_email": "hub.users.forms.AddEmailForm",
    "change_password": "hub.users.forms.ChangePasswordForm",
    "login": "hub.users.forms.LoginForm",
    "reauthenticate": "hub.users.forms.ReauthenticateForm",
    "reset_password": "hub.users.forms.ResetPasswordForm",
    "reset_password_from_key": "hub.users.forms.ResetPasswordKeyForm",
    "set_password": "hub.users.forms.SetPasswordForm",
    "signup": "hub.users.forms.SignupForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 0
MFA_ADAPTER = "hub.users.adapters.MFAAdapter"
MFA_FORMS = {
    "activate_totp": "hub.users.forms.ActivateTOTPForm",
    "add_webauthn": "hub.users.passkey_forms.AddPasskeyForm",
    "authenticate": "hub.users.forms.AuthenticateForm",
    "authenticate_webauthn": "hub.users.passkey_forms.AuthenticatePasskeyForm",
    "edit_webauthn": "hub.users.passkey_forms.EditPasskeyForm",
    "login_webauthn": "hub.users.passkey_forms.LoginPasskeyForm",
    "reauthenticate": "hub.users.forms.MFAReauthenticateForm",
    "reauthenticate_webauthn": "hub.users.passkey_forms.ReauthenticatePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Many people of an agency share one address of the network.
MFA_RATE_LIMITS: dict[str, str] | bool = {"webauthn_login": "30/m/ip"}
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {}
if not RATE_LIMITS_ON:
    ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MFA_TOTP_ISSUER = "Common Ground"
# Nobody signs in before confirming an address, so an unconfirmed one can only be a change under
# way; without this, people with a second factor could never change theirs.
MFA_ALLOW_UNVERIFIED_EMAIL = True
USERSESSIONS_TRACK_ACTIVITY = False
# Roles whose holders must sign in with a second factor before any staff address answers.
STAFF_PATHS = ["/cms/"]

# Agencies' own sign-in. Which ones there are stands in the database, with the domains that each
# may vouch for; hub.users.agency_signin decides.
SOCIALACCOUNT_ADAPTER = "hub.users.agency_signin.AgencyAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True}}
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
