"""Headers, cookies and the content policy (names follow Django 6's SECURE_CSP)."""

from hub.settings import environment

SECURE_CSP: dict[str, list[str]] = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
}
# Wagtail's editor writes inline scripts and styles, so the CMS has a policy of its own.
CMS_CSP: dict[str, list[str]] = {
    **SECURE_CSP,
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "worker-src": ["'self'", "blob:"],
    "frame-src": ["'self'"],
}
CMS_PATH = "/cms/"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # it wants DENY; Wagtail shows previews in a frame
# From signing in, whatever "keep me signed in" says; hub.users.session_limits holds sessions to it.
SESSION_COOKIE_AGE = 12 * 3600
SENSITIVE_IDLE_SECONDS = 30 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "hub.home.views.errors.form_expired"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Whether the hub asks other sites if what its pages link to is still there.
CHECK_WEB_LINKS = environment.text("HUB_CHECK_WEB_LINKS", "off") == "on"
# Whether it asks legislation.gov.uk what changed in the laws that its pages rest on.
FETCH_LEGISLATION = environment.text("HUB_FETCH_LEGISLATION", "off") == "on"

# Nearly everything is OFFICIAL: saying so on every page would teach people to look past markings.
SHOW_OFFICIAL_MARKING = False
