export const pong = 1
