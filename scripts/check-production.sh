#!/usr/bin/env bash
# Django's deployment check of the production settings, with values that only this check uses.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))')
export SECRET_KEY ALLOWED_HOSTS=hub.example PUBLIC_ADDRESS=https://hub.example DJANGO_SETTINGS_MODULE=hub.settings.production
export OPERATOR_NAME="A partnership" OPERATOR_EMAIL=hub@hub.example
.venv/bin/python manage.py check --deploy --fail-level WARNING
