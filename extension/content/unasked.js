/** Runs just before content.js where no click is behind it, so that it is not taken for one. */
Reflect.set(globalThis, 'quietpageUnasked', true);
