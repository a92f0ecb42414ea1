export const ItemPage = 1
