/** Below this nobody notices a wait, and a message would only flash. */
export const LOADING_SHOWN_AFTER_MS = 150;
/** And this long after the click at the latest: the page may have been walked for a while before there was a view. */
export const LOADING_SHOWN_BY_MS = 300;
