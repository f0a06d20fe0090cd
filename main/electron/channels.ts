/** The channels between the preload script and the main process; nothing else is listened to. */
export const CALL_CHANNEL = 'uratori:call';
export const EVENT_CHANNEL = 'uratori:event';
/** The path of a file that the person dropped into the window or picked there. */
export const GIVEN_CHANNEL = 'uratori:given';
/** The page has sent what stood unsent, and the program may end. */
export const FINISHED_CHANNEL = 'uratori:finished';
