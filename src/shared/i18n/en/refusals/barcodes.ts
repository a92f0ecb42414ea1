export const barcodes = {
  empty: 'The scan was empty. Scan again.',
  symbologyUnknown:
    'The scanner marks this code as {{symbology}}, which is not a kind that is read here. Scan another code on the goods.',
  notDigits: '{{value}} holds other characters than digits. Scan the code again, or type it digit by digit.',
  length: '{{value}} has {{length}} digits; an EAN or GTIN has 8, 12, 13 or 14. Scan the whole code again.',
  checkDigit:
    'The last digit of {{value}} does not fit the others: a digit is wrong. Scan again, or compare it with the label.',
  elementsEmpty: 'This GS1 code is empty. Scan another code on the goods.',
  elementsForm: 'The brackets of this code do not fit together. Type it like (01)06901234567892(10)LOT7, or scan it.',
  caretInData:
    'A caret stands inside the code where a separator belongs. Set the scanner to send GS (FNC1), then scan again.',
  elementUnknown:
    'The code holds the part {{ai}}, which the GS1 standard does not know. Scan another code, or ask the supplier for a right label.',
  elementExcluded:
    'The parts {{ai}} and {{other}} must not stand in one code. Ask the supplier for a right label and type what is missing.',
  elementRequired: 'The part {{ai}} needs {{required}} beside it. Scan the other code on the label as well.',
  elementRepeated:
    'The part {{ai}} stands twice with different values. Ask the supplier for a right label and type what is missing.',
  serialRequired: 'The part {{ai}} needs a serial number, and there is none. Scan the code on the thing itself.',
  valueEmpty: 'The part {{ai}} of the code is empty. Scan again, or type what the label says.',
  valueLength: 'The part {{ai}} is too short: {{value}}. Scan the whole code again.',
  valueTooLong:
    'The part {{ai}} may have {{maxLength}} characters at most: {{value}}. The separator after it may be missing; scan again or type it.',
  valueCharacter:
    'The part {{ai}} holds a character that is not allowed: {{value}}. Scan again with the scanner set to a US keyboard.',
  valueCheckDigit: 'The check digit in {{value}} (part {{ai}}) is wrong. Scan again, or compare it with the label.',
  valueCheckPair:
    'The check characters at the end of {{value}} (part {{ai}}) are wrong. Scan again, or compare it with the label.',
  valueCompanyPrefix:
    '{{value}} (part {{ai}}) does not begin with a GS1 company number. Ask the supplier for a right label.',
  valueDate: '{{value}} (part {{ai}}) is no day of the calendar. Type the date from the label.',
  valueTime: '{{value}} (part {{ai}}) is no time of day. Ask the supplier for a right label.',
  valueCountry: '{{value}} (part {{ai}}) is no country code. Ask the supplier for a right label.',
  valueCurrency: '{{value}} (part {{ai}}) names no currency. Ask the supplier for a right label.',
  valueIban: '{{value}} (part {{ai}}) is no right bank account number (IBAN). Compare it with the paper.',
  valuePercent: '{{value}} (part {{ai}}) is no percentage. Ask the supplier for a right label.',
  valuePieces:
    '{{value}} (part {{ai}}) does not name a piece of a total, such as 1 of 3. Ask the supplier for a right label.',
  valueCoupon: '{{value}} (part {{ai}}) is no coupon that can be read. Do not take it.',
  valueCode: '{{value}} is not a code that part {{ai}} allows. Ask the supplier for a right label.',
  valueNumber: '{{value}} (part {{ai}}) is out of range. Ask the supplier for a right label.',
  linkForm: 'This web address is no GS1 link. Scan the barcode beside it.',
  linkCharacters: 'The web address in this code holds characters that are not allowed. Scan the barcode beside it.',
  linkCompressed: 'This GS1 link is compressed, which cannot be read here. Scan the barcode beside it.',
  linkKeyMissing: 'The web address in this code names no item. Scan the barcode beside it.',
  linkQualifiers: 'The parts of this GS1 link stand in the wrong order: {{path}}. Scan the barcode beside it.',
  linkParameterUnknown:
    'This GS1 link holds the part {{ai}}, which the standard does not know. Scan the barcode beside it.',
  linkNotAttribute:
    'The part {{ai}} must not stand behind the question mark of a GS1 link. Scan the barcode beside it.',
  linkBelongsInPath:
    'The part {{ai}} belongs in the path of a GS1 link, not behind the question mark. Scan the barcode beside it.',
  maskForm: 'The layout “{{mask}}” for in-store codes cannot be read. Correct it in the settings.',
  maskCheckDigit:
    'The check digit of the price or weight in {{value}} should be {{expected}}. Weigh and label the goods again.',
  ssccParts:
    'Extension {{extension}}, company number {{companyPrefix}} and serial {{serial}} do not make the 17 digits of an SSCC. Correct the company number.',
} as const
