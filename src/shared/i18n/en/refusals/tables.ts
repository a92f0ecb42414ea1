export const tables = {
  tooLarge: '“{{file}}” is larger than {{megabytes}} MB. Split it into smaller files and read them one by one.',
  oldExcel: '“{{file}}” is of the old Excel kind (.xls). Open it in Excel, save it as .xlsx and choose that file.',
  unreadable:
    '“{{file}}” is no Excel workbook and no CSV text, or it is damaged. Save it again as .xlsx or CSV and choose it anew.',
  empty: '“{{file}}” holds no rows. Check that the table is on the first sheet.',
  tooManyCells:
    '“{{file}}” has more than {{rows, count}} rows or {{columns}} columns. Split it, or take the empty ones away.',
} as const
