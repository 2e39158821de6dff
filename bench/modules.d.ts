/** The bench is plain JavaScript, which its tests import as it is. */
declare module '*.mjs';
