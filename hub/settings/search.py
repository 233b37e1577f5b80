"""Which engine answers searches, and where Elasticsearch is."""

from hub.settings import environment

# database, or elastic with the database in reserve.
SEARCH_ENGINE = environment.text("SEARCH_ENGINE", "database")
ELASTICSEARCH_URLS = environment.words("ELASTICSEARCH_URLS") or ["http://127.0.0.1:9200"]
ELASTICSEARCH_API_KEY = environment.text("ELASTICSEARCH_API_KEY")
# The file of certificates that the nodes' own is checked against, where the system's don't do.
ELASTICSEARCH_CA_FILE = environment.text("ELASTICSEARCH_CA_FILE")
# Names of indices begin with it: hubs that share a cluster need one each.
ELASTICSEARCH_INDEX = environment.text("ELASTICSEARCH_INDEX", "common-ground")
# A folder with a sentence model ranks results by meaning too; see hub/decisions on meaning.
SEMANTIC_MODEL_DIR = environment.text("SEMANTIC_MODEL_DIR")
# Words for spelling are read in a thread, beside the requests.
SEARCH_SPELLING_IN_BACKGROUND = True
