#!/bin/sh
# tell-preview.sh ADDRESS: gives the draft's commit the status that the editor's "View preview" reads, on GitLab or GitHub.
set -eu
address=$1
name=${CMS_PREVIEW:-deploy/preview}
: "${PREVIEW_TOKEN:?Set PREVIEW_TOKEN to a token that may write statuses}"
post() {
  curl --silent --show-error --fail --output /dev/null --header "$1" --header 'Content-Type: application/json' --data "$2" "$3"
}
if [ -n "${GITLAB_CI:-}" ]; then
  commit=${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-$CI_COMMIT_SHA}
  post "PRIVATE-TOKEN: $PREVIEW_TOKEN" \
    "{\"name\": \"$name\", \"state\": \"success\", \"target_url\": \"$address\", \"ref\": \"$CI_MERGE_REQUEST_SOURCE_BRANCH_NAME\"}" \
    "$CI_API_V4_URL/projects/$CI_PROJECT_ID/statuses/$commit"
else
  post "Authorization: Bearer $PREVIEW_TOKEN" \
    "{\"context\": \"$name\", \"state\": \"success\", \"target_url\": \"$address\"}" \
    "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/statuses/$PREVIEW_COMMIT"
fi
