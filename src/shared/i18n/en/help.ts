/** F1 of each page: the first line says what the page is for, each further line is one thing that one does there. */
export const help = {
  reports: {
    owner:
      'What needs a decision this morning, and how the business stands at this moment.\nThe list on top holds at most five exceptions; the button of each leads to where it is mended.\nEvery figure opens what it is made of, down to the document and its journal.\nChoose another day at the top to see how things stood then. The page prints as one page.',
    sales:
      'Sales without tax, by month, customer and item.\nClick a bar to see its invoices; click a customer or an item to open it.\nThe button over the chart shows the same figures as a table.',
  },
  sales: {
    backOrders:
      'Lines of confirmed orders that wait for goods. Higher priority first, then the earlier promised day.\nArriving goods are promised by themselves; the button promises stock that was found in another way.',
    toInvoice:
      'Customers who got goods that no invoice has.\nTick some and invoice them together: one invoice each, over everything up to a day.',
    orders:
      'All sales orders and how far each of them is.\nN begins a new order; Enter opens the one chosen; / goes to the filter.\nThe number of the order, the customer or a part of either is found.',
    order:
      'What a customer orders. Confirming reserves the stock that instant, so nothing is sold twice.\nType the customer, then each item by code, name, barcode or initials of its pinyin; Tab or Enter goes on.\nRows copied from a spreadsheet can be pasted.\nThe last column says how much is free. What is not free is refused with the quantity that is.\nThe draft saves itself; Ctrl+Enter confirms.',
    invoices:
      'Invoices to customers and credit notes, with what is still open of each.\nInvoices are made from what was shipped: open the order or the shipment.',
    invoice:
      'An invoice as it was posted. It can not be changed, only reversed with a reason.\nCtrl+Enter receives its payment. The line under the title leads to order, shipment and payment.\nDetails show the journal it made.',
  },
  consignment: {
    goods:
      'Your goods that lie at customers’. Bring goods: they move to the customer’s place at their cost and nothing is billed. When the customer reports what was used, bill it: order, delivery and invoice are made at once at the customer’s prices. What is not sold is taken back with a transfer that your warehouse receives. Nobody but that customer can be sold what lies there.',
  },
  counter: {
    sell: 'Goods over the counter against cash.\nScan the goods; the same once more counts up. F2 is the exact sum, Ctrl+Enter takes the cash, F4 prints the receipt.\nDelivery, invoice and payment are made in one go, and the receipt prints on 80 mm.',
    sales: 'What was sold over the counter, with the cash that changed hands. Enter opens the invoice.',
    tills: 'Each opening and closing of a till, with what was over or short. Enter opens its report.',
    till: 'A till from its float to its count.\nClosing counts all cash, posts what is over or short, and takes out what is not the next float. A difference over the limit needs a reason and somebody who may write off.\nThe report (Z) prints on 80 mm.',
  },
  offers: {
    quotations:
      'What was quoted to whom, until when, and what became of it.\nN begins a new one; the state filter shows what is open or about to expire.',
    quotation:
      'Prices that a customer can rely on until a day.\nType it like an order and send it; print it as PDF.\nAn accepted one becomes a draft order, wholly or in part. Revise keeps what the customer got before; lost asks for the reason.',
    standing:
      'What customers order again and again.\nN begins one. On its day it becomes a draft order by itself when the program runs.',
    standingOrder:
      'A list of items that one customer orders again and again.\nFill it from the history, or type it. A line without a price takes the one of the lists on its day.\nBy hand or by itself each so many weeks or months: the order is a draft, a person confirms it.',
  },
  orders: {
    carriers:
      'Who fetches goods of each category. Orders of the queue are split by it.\nType a carrier; an empty one means whoever comes.',
    queue:
      'Orders of all channels until they are sales orders.\nWhat is wrong stands on each line; open it to mend.\nTick orders that are ready and release them: their stock is promised that instant.\nOrders of one customer to one address can be merged into one parcel.',
    request:
      'One order as it came in. What is wrong stands at its line with the mend beside it.\nA word that you name an item for is remembered for this customer.\nWhat has no stock can wait, or be split off.',
    message:
      'Paste a chat message; how many of what and for when is read out of it.\nLook at each line: a guess is marked. The words are remembered for this customer.',
    file: 'Orders from an Excel or CSV file of a channel.\nSay once which column means what. An order with an error in it is left out whole; a number that is here already is not taken twice.',
  },
  currencies: {
    rates:
      'Rates of foreign currencies, by day. A document takes the last rate on or before its day and keeps it.\nN enters the rates of a day; a whole table can be pasted or read from Excel or CSV.\nCurrencies are added once, quoted as the bank prints them. Without any, no screen asks for a currency.',
  },
  prices: {
    lists: 'Price lists by channel and class of customer. The one that fits best is taken when an order is typed.',
    list: 'Prices of one list, by item, pack and quantity. A price counts from its day on; older orders keep theirs.',
    promotions: 'Prices or discounts for a span of days. They end by themselves.',
    terms: 'Ways in which customers order, classes of customers with their discount, and which customer belongs where.',
  },
  purchasing: {
    agreements:
      'What is agreed with suppliers for a time: items, prices, quantities or an amount. N writes a new one; the state filter shows what has expired.',
    agreement:
      'Called off, it becomes a purchase order at the agreed prices. The page shows what is called off and what is left; an order that would overdraw it is refused when it is confirmed.',
    consigned:
      'Goods of suppliers that stand on your shelf and are still theirs. They come with a purchase order whose terms are “On consignment”, are counted and may be sold, and are in no account. Your own goods leave first; in the moment in which the supplier’s leave (sold, used, lost or sent to another warehouse) they are bought: a receipt “Used from consignment” posts them and waits for the supplier’s invoice. What is not used goes back with a return, without any value moving.',
    unordered:
      'Goods came that nobody ordered: name the supplier and what it is.\nThey stand in quarantine, with an order written for them. The receipt’s page releases them; a return sends them back.',
    bills:
      'Invoices of suppliers whose goods have not come, or not all.\nN reads a list of invoices; comparing again posts what has come by now.',
    bill: 'An invoice that waits, line by line against what came.\nWhat came may be taken and the rest left, by somebody who answers for it; or it is dropped with the reason.',
    billImport:
      'Reads suppliers’ invoices from a file and compares each line with order and receipt.\nWhat matches is posted, what differs in price is posted and held, what has not come waits.\nThe template shows the columns.',
    tolerances:
      'How much more than ordered may be received, and how far an invoice may differ from the agreed price before its payment is held.\nA supplier’s own rule goes before the house’s.',
    returns:
      'Goods that go back to suppliers, and the credit that is still to come.\nN plans a return; the station scans it out.',
    return:
      'A return to a supplier.\nCtrl+Enter leads to the station that scans it out, afterwards to the supplier’s credit note.\nGoods that had no invoice need no credit note: they leave the accrual at once.',
    newReturn:
      'Choose the supplier and how much of each delivery goes back; below it, goods of any lot out of stock.\nNothing is booked before the goods are scanned out.',
    landedCosts: 'Freight, duty and insurance that came on an invoice of their own.\nN enters one.',
    landedCost: 'A landed cost, how it was spread, and how much of it stock carries.',
    newLandedCost:
      'Spreads freight, duty and the like over receipts by value, quantity, weight or volume.\nWhat is still in stock becomes dearer; the part that is sold goes to cost of sales.',
    orders:
      'All purchase orders and what has come of them.\nN begins a new order. An order that is confirmed waits for the dock: the station receives against it.',
    order:
      'What is ordered from a supplier.\nType the supplier, then items by code, name or barcode; price and pack are proposed from the item.\nCtrl+Enter confirms. Nothing is booked until the goods are scanned in.',
    receipts:
      'Goods as they were scanned in at the dock, and whether their invoice has come.\nA receipt is booked at once: stock against goods received not invoiced.',
    receipt:
      'What came, with lots and dates of expiry.\nCtrl+Enter enters the supplier’s invoice for it. A receipt of goods that have not moved on can be reversed.',
    invoices: 'Supplier invoices, matched to receipts, and what is still to be paid of each.',
    invoice:
      'A supplier invoice as it was posted: quantity and price against what was received.\nCtrl+Enter pays it. A difference in price was booked to the goods or to variance; details show where.',
    newInvoice:
      'Enters a supplier’s invoice against what was received.\nChoose the supplier: all that came and was not invoiced is listed. Take what is on the paper, correct the price where it differs.\nThe total must be that of the paper. Without receipt nothing can be invoiced.',
  },
  stock: {
    plans:
      'What the kitting and repacking stations have to do. N plans a conversion: type what is used and what should come of it, then Lead at the station.\nThe station asks for the lots, the bins and how many came of it; the difference to what was expected is kept.',
    ahead:
      'Goods that were sold before their receipt was entered, with what is still open of them. They came in at a provisional cost; the receipt that follows settles them, and the difference goes to cost of sales.\nAbove you say which warehouses may do so. Items kept by lot or serial number are never sold ahead.',
    transfers: 'Goods between two warehouses, on the way and arrived.\nN begins a new one; Enter opens the one chosen.',
    transfer:
      'What was sent and what has arrived of it.\nCount what came, then Ctrl+Enter: missing goods are a loss, surplus a gain, the rest waits for putaway.',
    newTransfer:
      'Sends free stock to another warehouse. It leaves at once and is in transit until it arrives.\nWithout a lot, what expires first is taken.',
    conversions: 'Goods that became other goods: assembled, taken apart, repacked.\nN begins a new one.',
    conversion: 'What was used, what was made of it, and what it is worth. Click a lot to trace it.',
    newConversion:
      'Above what is used, below what is made of it. What is made is worth what was used.\nWhere you enter what was expected, the difference in yield is shown; tick the box to book a loss of its own.',
    revaluations: 'Stock that was given another value, each with its reason.',
    revaluation: 'A new value of stock and the journal it made. It can be reversed.',
    newRevaluation:
      'Gives stock on hand another value. Choose the item, enter what all of it is worth from now on, and why.',
    trace:
      'Scan or type a lot or serial number.\nAbove: to whom it was delivered, with contacts for a recall, and who supplied it. Below: every movement, also of what it was made of and what was made of it.',
  },
  sourcing: {
    requests:
      'What people in the house need bought.\nN asks for goods. The buyer opens a request to ask suppliers or to order at once.',
    request:
      'A request for goods.\nCtrl+Enter sends it. The buyer asks suppliers for prices, orders from one, or says why not.',
    enquiries: 'The same goods asked of several suppliers, and who has answered.\nN makes a new enquiry.',
    enquiry:
      'An enquiry to suppliers.\nEnter each answer as it comes; the comparison marks the cheapest of each line and who would be too late.\nChoose one supplier a line and make the orders: one draft for each supplier, at the prices it asked.',
  },
  deposits: {
    deposits:
      'Deposits of customers and prepayments to suppliers, and what invoices have not taken of them yet.\nThey are begun on the order.',
    deposit:
      'Money before the goods.\nCtrl+Enter books the money: an advance that invoices of the order take by themselves.\nTaking the payment back asks for the deposit again.',
  },
  suppliers: {
    proposals:
      'What to order now, from what was sold, what is free, ordered and on the way, and how long each supplier takes.\nEach line says its reason. The method is the one that would have done best on the item’s own history.\nUntick or change quantities, then make the orders: one draft for each supplier, to be looked at and confirmed.',
    scorecards:
      'A year of every supplier from orders, receipts and invoices alone: punctuality, days to deliver with their spread, how much of what was ordered came, prices.',
    terms:
      'Price lists of suppliers with days to deliver, minimum and multiple.\nN adds a line; Enter changes the one chosen. Of several lines the latest that has begun counts.',
  },
  warehouse: {
    board:
      'How the day goes: what each person did, in how many minutes against the target, how many picks an hour, and how many wrong scans were caught.\nGive a clerk a zone: the station then offers work of that zone only.\nBelow: what waits in which zone, the batches in work, and which mistakes were caught.',
    putaway:
      'The rules by which the program proposes a bin, first to last, and how often clerks followed them.\nMove a rule up or down or switch it off. A low hit rate and the reasons under it say which rule to change.\nGive zones their climate, say from which weight pieces lie low, and work out which goods are fast.',
    units:
      'Pallets, totes and cartons with a label of their own, where they stand and what is in them.\nEnter shows the content and prints the label.\nThey are made, filled, nested and moved at the station; a pick or a count may scan their label.',
    proposals:
      'What should be moved inside the warehouse, and why.\nFill pick faces before a wave starts, bring remains together, or give goods that are fetched often a better bin.\nTake the tick off what should stay; the rest becomes moves at the station, led by scans.',
    places:
      'Every item with the climate it needs and its fixed bin.\nEnter opens an item: name its bin and how much of it should be there at least and at most.\nBelow the minimum the pick face is filled up from the reserve; new goods go to the fixed bin first.',
    lots: 'Lots that are held: not picked, packed or shipped wherever they lie.\nHolding gives up open picks and puts what nobody was promised into quarantine. Hold it again once promised orders are settled.\nChoose a lot to see where it lies and which customers got of it; bring it to the quarantine place by tasks at the station.',
    countPlan:
      'Bins that should be counted: first what was found short, then what is due by the class of its goods.\nChoose bins and start a count; it is done at the station.\nThe rules say from which difference somebody else counts again, and from which value the owner approves.',
    loads:
      'Vehicles and what goes on them.\nChoose packed orders in the order of the stops: the first is delivered first, and loaded last.\nLoading is checked at the station carton by carton; when all are in, the orders are shipped from there.',
    cartons:
      'The kinds of cartons, how far a weight may be off, and the number that labels begin with.\nWithout cartons orders are packed as they are; with them the packing place proposes the smallest that holds the order and asks for its weight.',
    waveList: 'All waves, running and done.',
    wave: 'A wave with its orders and batches. One that nobody has begun to pick can be taken back.',
    station:
      'The clerk’s screen, led by scans. It shows one thing at a time: what to scan next and where.\nScanning works wherever the cursor is. Green is right, red is wrong and says what was expected.\nQuantities are typed or scanned from the command sheet, which also has confirm, short, skip, undo and back.',
    commands:
      'Barcodes to hang beside the station: with them everything is done by the scanner alone. Print this page.',
    waves:
      'Order lines that wait, and the batches made of them.\nA wave takes the lines chosen, reserves bins and lots (first expired, first out), and makes batches with short walks.\nBatches are picked at the station, or on paper on the day a scanner is broken: type the quantity if it differs, then scan the line of the list in the picking task.',
    bins: 'All bins with fill and content.\nThe plan shows the house from above: colour it by fill, age, expiry, speed, picks per day or what is blocked; + and - zoom; find an item to see where it lies.\nBins can come from an Excel table, be blocked and freed, and their labels printed in bulk. The two check digits on a label can be typed instead of the code.',
    new: 'Makes a warehouse by pattern: zones, aisles, bays and levels give the codes of the bins.\nThe box under the fields says how many bins there will be, and the first and last code.',
    counts: 'Stock counts. N makes one for the bins chosen; they are counted at the station without seeing the books.',
    count:
      'What was counted against what the books say. Approving books the differences; recount what looks wrong first.\nMovements during the count are taken into account.',
    adjustments: 'Corrections of stock outside of counting, each with its reason.',
    adjustment: 'A correction of stock and the journal it made. It can be reversed.',
    newAdjustment:
      'Corrects stock with a reason, for example what broke. Quantities are plus or minus, in the base unit.\nPrefer a count where you are not sure of the rest of the bin.',
  },
  arrivals: {
    notices:
      'What suppliers say is on its way. N writes one.\nAt the station the task Receive takes the label of a unit: all that is in it is received by that scan.',
    notice:
      'One row for each kind of goods in a unit: its label, the item, lot, quantity. Cartons on a pallet name the label of the pallet.\nRows can be pasted from Excel or read from a file. Nothing can be announced that no order waits for.',
    blind:
      'Goods that were counted at the dock without an order. Enter opens one: choose the order they are for, or keep them as unordered goods of a supplier.\nThey are not in stock before that.',
  },
  quality: {
    plans:
      'Plans say which goods are looked at when they arrive: by item, category or supplier, how many, and for what.\nN makes one. Goods that match stand in quarantine until they are judged.',
    inspections:
      'Goods in quarantine that wait to be looked at, and what was found of others.\nAt the station the task Inspect leads through the points.',
    inspection:
      'Answer each point, add a photo where the plan asks for one, and decide.\nAccepted goods are put away or go to waiting orders; rejected ones go back to the supplier or are scrapped.',
  },
  shipping: {
    shipments: 'What has left the house. Goods that are packed are shipped at the station.',
    shipment:
      'What left with which lots. It booked the cost of sales.\nCtrl+Enter opens the delivery note as PDF. Under More it can be invoiced, taken back as a return, or reversed.',
    returns: 'What customers sent back, and the credit notes for it.',
    return: 'What came back, where it went (restocked, quarantine, scrap) and its credit note.',
    newReturn:
      'Takes goods back from a shipment. Type how much of each line came back and where it goes.\nThe credit note is made at the same moment, at the price of the invoice and the cost of the shipment.',
  },
  inventory: {
    analysis:
      'Twelve months of every item.\nA carries 80 % of what sales cost, B the next 15 %, C the rest; X sells steadily, Y varies, Z hardly sells.\nSlow movers are on hand and did not sell for 90 days. More columns, such as the age of stock, are in the column chooser.',
    stockAt: 'Stock as the books had it at the end of any day, by item, bin or lot.',
    costing:
      'How each category of stock is valued: moving average, FIFO or specific lot.\nA change keeps every value; it decides what goods cost from then on.',
    cost: 'Why a cost is what it is: each step of the average since none was left, or the layers the goods come out of and what changed them.',
    stock: 'What is there, what of it is reserved, and what can be promised, with its value. Enter opens the item.',
    expiring: 'Lots that expire within the days chosen, oldest first. Sell, return or write them off in time.',
    movements: 'Every movement of stock with bin, lot, quantity and value. Enter opens the document that made it.',
  },
  treasury: {
    writeOff: 'What was given up of open items without money. Reversing it opens them again.',
    openItems: 'What customers owe, or what we owe, by document and due date. Late ones are marked with their days.',
    payments: 'Money that came and went, with what it paid.',
    payment: 'A payment and the documents it settled. What was not applied is an advance.',
    newPayment:
      'Enters money received or paid.\nChoose the partner: all that is open is listed, oldest first. Type the amount and it is applied in that order, or type what each document gets.\nWhat remains stays as an advance of that partner.',
    accounts:
      'Tills, petty cash and bank accounts, each with an account of the books to itself, and what lies there.\nThe limit below says how small a difference may be to be written off with a payment.',
    applyAdvance: 'Sets what is left of an advance against open invoices of the same partner.',
    movements: 'Transfers between your own accounts, other receipts and payments, and nettings, newest first.',
    transfer: 'Money that went from one of your accounts to another.',
    newTransfer: 'Money from one of your accounts to another; a fee of the bank is posted with it.',
    cashEntry: 'Money in or out that no invoice stands behind, and the accounts it went to.',
    newCashEntry:
      'Bank charges, interest, petty cash, wages: choose the account, then type line by line what it was for.\nPayments of invoices belong under Receive money or Pay a supplier.',
    netting: 'What a partner owed and was owed, set against each other.',
    newNetting: 'Sets invoices of a partner who is both customer and supplier against each other. No money moves.',
    notes: 'Bank acceptances, trade acceptances and cheques: those in hand and those issued, the next due first.',
    note: 'One note: how it came, and what became of it. The button offers the next step: collect, discount, pay.',
    noteEvent: 'What became of a note at its bank.',
    statement:
      'All that was posted between you and a partner in a time, with the balance before and after. Save it as PDF to be signed, or as Excel.',
    dunning:
      'Customers with overdue invoices. Select some and write reminders: each gets the letter of the level its oldest invoice has reached.',
  },
  banking: {
    reconcile:
      'Lines of the bank on the left, what each may be on the right, with the reasons.\nArrows choose a line, Enter takes the first proposal. What nothing proposes you choose below: an account, a partner, a transfer, or several bookings that make the line together. What you do is remembered for lines of the same words.',
    statements: 'Files of the bank that were imported. One without matches can be taken back.',
    proof:
      'The balance of the books and the balance of the bank on a day, each corrected by what only the other side knows.',
    rules: 'What was learned from how lines were booked. Forget what is wrong.',
  },
  assets: {
    assets:
      'Every fixed asset with where it stands, who has it, what it cost and what it is worth now. Save it as Excel for the yearly count.',
    asset:
      'One asset: its history and what it is worth. Dispose takes it out; the month of its going is still depreciated.',
    newAsset:
      'A card for something bought on credit, or against an account such as the bank.\nTaken over from another program: choose Account, and enter what was depreciated before and over how many months.',
    runs: 'What a month takes of each asset. Post it here, or with the other vouchers at the end of the month.',
    run: 'One month’s depreciation, asset by asset.',
    disposal: 'How an asset went, and the gain or loss of it.',
    impairment: 'What an asset lost beyond its depreciation.',
    categories: 'Kinds of assets: method, life, residual share and the account their depreciation goes to.',
  },
  tax: {
    inputTax:
      'Input tax document by document: what waits to be certified, what is put off, what is certified.\nTick invoices and certify them for a month: their tax is deducted then. Put off what is not to be deducted yet.\nWhether tax waits here at all is set under rates and calendar.',
    certification: 'The invoices whose input tax was deducted together. Reversed, their tax waits again.',
    transfersOut:
      'Input tax that may not stay deducted, with the reason and the account that bears it.\nN enters one; a mistake is reversed on its page.',
    transferOut: 'Input tax taken out of what is deducted. A mistake is reversed with a reason.',
    vatSummary:
      'VAT of some months, account by account as the books hold it.\nA row opens the lines it is made of, and a line its document.\nWhat is payable is output less input tax, less the credit of the months before.',
    vatReturn:
      'The VAT return of some months in boxes: sales and purchases by tax code and rate, other entries by what made them.\nA box opens its documents. All boxes together equal the accounts of the tax.',
    rates:
      'Rates of surcharges and income tax from a day on, and when what is declared.\nThe month-end vouchers use them.',
  },
  accounting: {
    drafts:
      'Vouchers that are written but not posted: drafts, and those that wait for a review.\nEnter opens one; a reviewer posts it or sends it back with a word.',
    templates:
      'Vouchers that come again. A template fills a new voucher; one with a rhythm is proposed when its day has come.',
    chart:
      'The accounts. Sub-accounts can be added under any account of the country’s chart.\nAn account that was used can not be deleted or change its side; it can be archived.',
    dimensions: 'What amounts are also counted by: departments and projects. Accounts can ask for them on every line.',
    voucher:
      'A voucher by hand. Accounts by code, name or initials of the pinyin; = fills the amount that balances; Tab or Enter goes on.\nThe draft saves itself. It gets its number when it is posted.',
    draft: 'A voucher that is not posted yet. Ctrl+Enter takes the next step: to the reviewer, or into the books.',
    revaluation:
      'Foreign accounts and open items brought to the rate of the last day. What was added to open items is taken back on the first day of the next month.',
    carryOver:
      'The voucher that carries income and expense of the month to profit. It can be made anew until the month is closed.',
    yearEnd: 'Carries the year’s profit to the retained profit and opens the next year.',
    journal: 'Every voucher in order. Those of documents were made at the same moment as the document.',
    entry: 'A voucher with its lines. The document behind it is one click away.',
    newVoucher:
      'A voucher by hand. Type accounts by code, name or initials; = fills what is missing to balance.\nIt is posted when both sides are equal, and is numbered then.',
  },
  books: {
    journal:
      'Every line of the books in the order of its day and voucher.\nFilter by text, voucher, account or partner; Enter opens the voucher. Print it from Export.',
    trialBalance:
      'Opening balance, turnover, the year so far and closing balance of every account for the months chosen.\nThe levels show accounts of the first level, two levels, or all. An account opens its lines.',
    general: 'Every account of the first level by month, with the year so far. An account opens its lines.',
    subsidiary:
      'One account line by line with its balance after each line.\nChoose account and months at the top; Enter opens the voucher, and from there the document.',
    cashBook: 'Cash and bank line by line, with the turnover of the last day. Enter opens the voucher.',
    multiColumn: 'One account with a column for each of its parts, or for each department, project, person or partner.',
    quantity:
      'What came in and went out, counted and valued. Enter opens the document.\nWith one item chosen at the top, what lies there is counted line by line as well.',
    dimensions: 'What stands on each account for each partner, department, project, item or person.',
    ageing:
      'What customers owe or suppliers are owed at the end of a day, by how long it is overdue.\nChoose the day above; Enter opens the documents behind a figure.',
  },
  payroll: {
    runs: 'Wages by month: what they cost, what the staff gets, what was paid.\nN enters a month; Enter opens one.',
    run: 'A month’s wages by department, with the journal at the side.\nPay the staff, insurance and fund, and the tax from here; reverse payments before the wages.',
    newRun:
      'A month’s wages by department: gross, our shares, what is withheld.\nTake the last sheet and change what is new. The net and the cost add up by themselves.',
    payment: 'A payment of wages, insurance or tax. It can be reversed.',
  },
  prepaid: {
    schedules:
      'What was paid for a longer time and becomes cost month by month.\nN adds one; the vouchers of the month’s end take the parts.',
    schedule:
      'A prepaid expense with the vouchers that took its months.\nEnd it to take the rest at once; entered by mistake, it gives back what it took.',
  },
  budgets: {
    budget:
      'What a year is meant to bring and to cost, by account, department and month.\nPaste from a worksheet, or take last year’s figures; an amount for the year is spread over the months. Ctrl+Enter saves.',
    variance:
      'Budget beside what was posted. A plan opens the budget, a posting its lines.\nChoose months and department above; print or export the page.',
  },
  statements: {
    byDimension:
      'The income statement with a column for each department or project; with what names none they add up to the company.\nA figure opens what it is made of.',
    balanceSheet:
      'What is owned and owed at the end of the months chosen, beside the start of the year.\nA figure opens the accounts and partners it is made of. PDF prints on A4; Excel saves a workbook.',
    incomeStatement:
      'What the months chosen earned, beside the year so far.\nOne department or project can be chosen at the top. A figure opens the accounts it is made of.\nOnce all of it is carried over, the page says whether the profit of the year equals that.',
    cashFlow:
      'Where money came from and went to, and below it the way from profit to operating cash.\nA figure opens its vouchers. The row of a voucher line is shown and changed in the voucher.',
  },
  opening: {
    balances:
      'Brings the balances of the old books: trial balance, open items, stock and fixed assets from Excel or CSV.\nTake the templates or what the old program exports; titles are found wherever they stand.\nEach old account has a proposal; choose another where it is wrong. Problems are told by row and column.\nPosting is possible once everything adds up; it is one step, and can be taken back until the first close.',
  },
  onboarding: {
    opening:
      'What was posted as opening balances, against the ledger and its lists.\nTake them back here as long as no month is closed and nothing stands on them.',
  },
  closing: {
    month:
      'The way through the end of the month, from top to bottom: each check names what is still open and leads to its mend, then come the month-end vouchers, then the closing.\nA soft close can be opened again by the bookkeeper; a hard close only by the owner, with a reason that is kept.',
  },
  imports: {
    tables:
      'Partners, barcodes, price lists, suppliers’ prices, names, substitutes and accounts from Excel or CSV, all rows or none.\nChoose the table, take the template or everything as it is, change it, choose the file: it is tried out first, and what is wrong stands there by row and column.\nAn import can be undone as long as nobody has changed its rows.',
  },
  items: {
    masks:
      'How codes of your own scales and labels are read: an EAN-13 that begins with 2, with item and weight or price inside.\nWrite a layout, add others below it; the first that fits a code counts. Try a code before you save.\nThe digits of the item are looked up as item code or barcode, with and without zeros in front.',
    families:
      'Articles that come in colours, sizes and the like. The article itself is not bought or sold; each of its variants is an item.',
    family:
      'The axes of an article and their values, one in each line: R=red. Save them, then make the variants: an item for every combination, with its own code, barcodes and stock.\nValues may be added later; those that variants have stay. On orders, quotations and purchase orders “Enter by matrix” takes quantities for all variants at once.',
    import:
      'Items from Excel or CSV, all rows or none.\nTake the template or all items as Excel, change them, choose the file: it is checked first, cell by cell.\nKnown codes are changed, new ones added; columns that are not in the file stay as they are. An import can be undone as long as nobody has changed its items.',
    items: 'What is bought and sold. Filter by code, name, barcode, category or initials of the pinyin.',
    item: 'An item with its packs and barcodes, prices, lot tracking and shelf life, and what is in stock of it.\nEach pack level has its own barcodes: a scan of the case counts as many pieces as it holds.',
  },
  parties: {
    partners: 'Customers and suppliers; one partner can be both.',
    partner:
      'Terms of payment, credit limit, tax number, address. Orders beyond the limit are refused until it is raised or something is paid.\nLots with less life left than the customer asks for are not picked for it.',
  },
  backup: {
    targets:
      'Where this company is backed up, how each place stands, and what was last proved by a trial restore. A snapshot comes back as a new file beside the company.',
    lookUp:
      'Items, partners and documents as a snapshot holds them, read from a passing file.\nType a number, code or name; open a hit to see it then and now. Copy takes one value along.',
    support:
      'A text for whoever helps you, made by one click.\nNames and amounts are masked. Read it, then save it and send it yourself.',
    updates:
      'Which version of Kontor runs here, and whether there is a newer one.\nDownload when you like; Install now backs up first and starts the new version. If that one can not open the company, this one comes back by itself.',
  },
  approvals: {
    requests:
      'What waits for your word, what you asked for, what was decided.\nGrant does it at once in the name of whoever asked; refusing needs a word to that person.',
  },
  access: {
    users:
      'Who may sign in, and as what. Clerks sign in by badge and PIN.\nChange alters name, role and badge; a role’s rights hold at once.',
    roles:
      'What each role may see and do, grouped by the work it is for.\nChoose a role at the left, switch its rights, set its limits, save. A dot marks what differs from the preset.\nNew role starts from a preset. The owner’s role is fixed: it can do everything.',
    sessions:
      'Who is signed in where, and after how long a place locks by itself.\nEnd closes a session at once. The owner’s recovery key is made, printed and read back here.',
    mine: 'Your own sign-in: where you are signed in, your password, your PIN.',
    audit: 'Who did what, when and at which station. Entries can not be changed: each proves the one before.',
  },
  devices: {
    devices:
      'Scanners, printers and scales of this computer: what is used, how it is, and what else is plugged in.\nN adds one by its address; F looks again. Test shows what it scans or weighs, and every byte.\nIn trouble: the line under the state says what to do; the report is for whoever helps from afar.',
  },
  labels: {
    jobs: 'Every label that was asked for, and what became of it.\nPrint again makes a new job and asks for the reason; a job that waits can be taken out. A job that is not known is never printed again by itself: look at the printer first.',
    templates:
      'What each kind of label looks like.\nCopy and change one: your own can be printed in place of the one that Kontor brings. Export it to a file to take it to another company.',
    template:
      'A label, exactly as it prints.\nAdd texts, fields, codes, lines and pictures; drag them or use the arrow keys: a dot a step, with Shift a millimetre, with Ctrl the size. Delete removes, Ctrl+Z undoes, Ctrl+S saves.\nA field stands in braces; it can be written in another way, and a part can be printed only when a field says so.\nChoose the dots of your printer: everything snaps to them.',
    printing:
      'Which printer of this station takes labels, receipts and documents, on which sheet, and what comes by itself.\nForms of 241 mm are printed at exact places; the shift corrects how your paper lies.',
  },
} as const
