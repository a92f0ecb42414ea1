export const bins = 1
