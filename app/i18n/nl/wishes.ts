export const wishes = {};
