export const updates = {
  noAddress: 'This program was packed without a place to look for newer versions.',
  installedBySystem: 'This program was installed by the system and is updated by it.',
  unreachable: 'The server of the updates can not be reached ({{reason}}). Check the connection and try again later.',
  notGenuine: 'What the server offers was not signed by the maker of Kontor. Nothing was installed; tell the maker.',
  broken: 'The download arrived damaged and was thrown away. Download it again.',
  nothingOffered: 'There is nothing to install. Look for a newer version first.',
  notInBrowser: 'Kontor is updated on the computer that runs it. Open the program there.',
  returned:
    'Version {{from}} could not open the company, so Kontor returned to version {{to}}. Nothing was changed; that version is not offered again.',
} as const
