#!/bin/sh
# publish.sh FOLDER PLACE: makes PLACE below DEPLOY_TO (`site`, `previews/7`) the same as FOLDER, over SSH with the key file
# DEPLOY_KEY and the known hosts of DEPLOY_HOSTS, or into a folder of this machine. Readers of the site see each file whole:
# new files come first, and what is no longer there goes last.
set -eu
folder=$1
place=$2
: "${DEPLOY_TO:?Set DEPLOY_TO to the folder of the web server, for example deploy@web.example:/srv/academy}"
if [ -n "${DEPLOY_KEY:-}" ]; then
  chmod 600 "$DEPLOY_KEY"
  export RSYNC_RSH="ssh -i $DEPLOY_KEY -o StrictHostKeyChecking=yes -o UserKnownHostsFile=${DEPLOY_HOSTS:?Set DEPLOY_HOSTS to a file with the line of known_hosts}"
fi
rsync --archive --mkpath --delay-updates --delete-after --chmod=D755,F644 "$folder/" "$DEPLOY_TO/$place/"
