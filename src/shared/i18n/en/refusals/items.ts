export const items = {
  importColumnMissing: 'The table has no column {{column}}. Take the template, which names every column.',
  importHasErrors:
    '{{count}} cells of this table are wrong, and nothing was imported. Check the table again and mend them.',
  importUnknown: 'This import does not exist any more. Reload the list.',
  importUndone: 'The import of {{file}} was undone already.',
  importChangedSince:
    'Items of this import were changed since: {{items}}. Undo would lose that. Change them by hand instead.',
  itemUnknown: 'There is no such item. Choose one from the list.',
  packUnknown: 'The item has no such pack. Choose one of its packs.',
  codeTaken: 'The code {{code}} already belongs to {{name}}. Choose another code.',
  baseUnitFixed: 'The base unit stays {{unit}}, because stock is counted in it. Create a new item for another unit.',
  kindFixed: 'An item stays goods or service for good. Create a new item instead.',
  packRatioFixed: 'A {{unit}} stays {{quantity}} base units, because documents use it. Add a pack under another name.',
  firstPackIsBase: 'The first pack must be the base unit {{unit}} with quantity 1.',
  packRatioOne: 'Only the base unit may hold 1. Give the other packs their number of base units.',
  packUnitTwice: 'Two packs have the same unit. Name them differently.',
  shelfLifeNeedsLots: 'An item with a shelf life needs lots. Switch on lot tracking, or leave the shelf life empty.',
  barcodeTaken: 'The barcode {{barcode}} already belongs to {{item}}. Check the code, or remove it there first.',
  serialNeedsLots: 'A serial number is a lot of one piece. Switch on lots as well.',
} as const
