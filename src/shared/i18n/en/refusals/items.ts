export const items = {
  maskTwice: 'The layout {{mask}} is there twice. Take one out.',
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
  substituteIsItself: '{{item}} cannot stand in for itself. Choose another item.',
  substituteOtherUnit:
    '{{other}} is counted in {{otherUnit}} and {{item}} in {{unit}}, so one does not stand for one. Choose an item in the same unit.',
  partnerCodeTaken: '{{partner}} already means {{item}} by {{code}}. Use another code, or remove it there first.',
  kitHasNoStock: 'A kit has no stock of its own: its parts do. Choose the kind service for it.',
  notAKit: '{{item}} is no kit, so it has no parts. Make a new item as a kit.',
  kitPartNeedsStock: '{{item}} is not kept in stock, and a part of a kit is. Choose goods.',
  kitPartTwice: '{{item}} is named twice. Enter one line with the whole quantity.',
  familyUnknown: 'There is no such article. Choose one from the list.',
  familyCodeTaken: 'The code {{code}} already belongs to {{name}}. Choose another code.',
  axisValueTwice: '{{axis}} has the code {{code}} twice. Give each value a code of its own.',
  tooManyVariants:
    'These axes make {{variants}} variants; at most {{most}} belong to one article. Make two articles of it.',
  axesFixed: 'The article has variants, so the number of its axes stays. Make a new article for others.',
  axisValueUsed: 'Variants have {{axis}} {{code}}. Archive them as items; the value stays.',
  notAPicture: 'This is no JPEG, PNG or WebP picture. Choose another file.',
  pictureTooLarge: 'The picture is larger than {{most}} KB even when made small. Choose a simpler one.',
  tooManyPictures: '{{item}} has {{most}} pictures already. Remove one first.',
  pictureUnknown: 'This picture is gone. Reload the page.',
  mergedIntoItself: 'An item cannot stand for itself. Choose the one that stays.',
  weightUnlikely:
    '{{pieces}} {{unit}} of {{item}} weigh {{lowest}} to {{highest}}, not {{weighed}}. Weigh again without packaging, or check how many there are.',
  catchWeightNeedsStock:
    '{{item}} is a service or has serial numbers: it is not counted by weight. Choose goods without serial numbers.',
  catchWeightInKit:
    '{{item}} is a part of the kit {{kit}}, and a kit holds exact quantities. Take it out of the kit first.',
} as const
