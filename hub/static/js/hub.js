// Every page works without this; script only improves it.
import { focusErrorSummary } from "./error-summary.js";
import { countCharacters } from "./character-count.js";

focusErrorSummary(document);
countCharacters(document);
