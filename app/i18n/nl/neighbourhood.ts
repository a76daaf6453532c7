export const neighbourhood = {};
