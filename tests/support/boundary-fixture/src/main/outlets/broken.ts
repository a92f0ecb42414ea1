export const = 1 // breaks: unreadable
