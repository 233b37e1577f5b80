// Every page works without this; script only improves it.
import { saveWhileAnswering } from "./answer-saving.js";
import { focusErrorSummary } from "./error-summary.js";
import { countCharacters } from "./character-count.js";
import { tellWhatIsOpened } from "./search-results.js";
import { suggestWhileTyping } from "./suggestions.js";

focusErrorSummary(document);
countCharacters(document);
suggestWhileTyping(document);
saveWhileAnswering(document);
tellWhatIsOpened(document);
