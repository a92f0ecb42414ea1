export const ui = {
  unknown: 'Reason {{code}}. Nothing was changed. Try again, or pass this code on to your support.',
  failed: 'Something went wrong inside the program. Nothing was changed. Reference {{reference}}.',
  tooLongForPaper:
    '{{rows}} rows; paper takes {{most}} at most. Choose a shorter time or filter the list, or save it as a workbook.',
  offline: 'The company file does not answer. What you typed is kept; try again in a moment.',
} as const
