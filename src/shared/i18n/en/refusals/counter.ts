export const counter = {
  tooLittle: '{{tendered}} is too little for {{total}}: {{missing}} are missing.',
  nothingToPay: 'There is nothing to pay. Enter prices, or write an order instead.',
  saleUnknown: 'This sale does not exist.',
} as const
