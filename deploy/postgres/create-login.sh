#!/bin/sh
# First start of an empty database volume: the login of API and worker. It owns nothing, so row-level security binds it.
# The migrations create qy_app and qy_public too when they are missing; the login must be a member from the start.
set -eu
password=$(cat /run/secrets/login_password)
case "$password" in *[!0-9a-fA-F]* | '') echo 'login_password must be hexadecimal (openssl rand -hex 24)' >&2; exit 1 ;; esac
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
CREATE ROLE qy_app NOLOGIN;
CREATE ROLE qy_public NOLOGIN;
CREATE ROLE qy_login LOGIN PASSWORD '$password' IN ROLE qy_app, qy_public;
SQL
