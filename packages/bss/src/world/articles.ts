/** A page of the help centre, in Markdown. */
export interface Article {
  key: string;
  title: string;
  category: 'Internet' | 'Mobile' | 'TV' | 'Bills' | 'Contract' | 'Faults';
  /** What it answers, in a sentence. */
  about: string;
  keywords: readonly string[];
  text: string;
}

export const ARTICLES: readonly Article[] = [
  {
    key: 'restart-router', title: 'Restart your router the right way', category: 'Internet', keywords: ['router', 'restart', 'slow', 'no internet'],
    about: 'Most short troubles of a home line are over after a restart of ten minutes.',
    text: `# Restart your router the right way
A restart gives your line a fresh start and makes the router look for the best channels again.

1. Pull the plug of the router. Do not use the reset button in the small hole: it forgets your Wi-Fi name and password.
2. Wait a full minute. Only then has all power left the device.
3. Plug it in again and wait five to ten minutes, until the light for "Internet" shines without blinking.
4. Try it by cable first. If the cable works and Wi-Fi does not, read "Wi-Fi is slow in one room".

Calls over the same line are not possible while it restarts. If an alarm system or a lift telephone hangs on your line, tell whoever looks after it beforehand.

If the light stays red, run a line test in "My products". Its result comes along when you raise a ticket.`,
  },
  {
    key: 'slow-wifi', title: 'Wi-Fi is slow in one room', category: 'Internet', keywords: ['wifi', 'wlan', 'slow', 'range', 'mesh'],
    about: 'How to tell a slow line from a weak Wi-Fi, and what helps with which.',
    text: `# Wi-Fi is slow in one room
Measure twice: once beside the router, and once in the room. If it is slow in both, it is the line; run a speed test in "My products". If it is slow in the room alone, it is the Wi-Fi.

**Put the router up high and in the open.** Metal, water pipes, aquariums and underfloor heating swallow the signal. A metre can make the difference.

**Use 5 GHz nearby and 2.4 GHz through walls.** Most routers switch by themselves when both bands have the same name.

**Count the walls.** Behind two walls of concrete no router is strong enough: a mesh point halfway helps, or a cable.

**Look who else is there.** In a house with many neighbours a restart makes the router look for a free channel.`,
  },
  {
    key: 'speed-meaning', title: 'How fast should my line be?', category: 'Internet', keywords: ['speed', 'mbit', 'download', 'upload', 'contract'],
    about: 'What the figures of your plan mean, and when we owe you more.',
    text: `# How fast should my line be?
Your plan names a speed in Mbit/s: the first figure is for what comes to you, the second for what you send. "Home 250" means up to 250 Mbit/s down and 50 up.

By cable and with one device you should see most of the time at least nine tenths of it, and never less than seven tenths for long. Wi-Fi, an old network card or a film in the next room take their share; so measure by cable, with everything else switched off.

If your speed test shows less than seven tenths on several days, raise a ticket with the results. If we cannot mend it, the law lets you pay less or leave.`,
  },
  {
    key: 'modem-lights', title: 'What the lights on the modem say', category: 'Faults', keywords: ['modem', 'light', 'red', 'blinking', 'no internet'],
    about: 'Green, orange or red: what each light means and what to do.',
    text: `# What the lights on the modem say
* **Power, green:** all is well. Off: try another socket before you think of the device.
* **Line, blinking green:** it looks for our network. Give it ten minutes. If it blinks on, check the grey cable at both ends.
* **Line, red:** our network does not answer. Look at "Known faults" on your start page: if your street is on it, we are at work already and you need not report it.
* **Internet, orange:** the line is there, but your access is not. This happens after a change of contract; a restart cures it.
* **Wi-Fi, off:** somebody has pressed the Wi-Fi button at the side. Press it for two seconds.`,
  },
  {
    key: 'known-fault', title: 'There is a fault in my street. What now?', category: 'Faults', keywords: ['outage', 'fault', 'incident', 'no internet', 'no signal'],
    about: 'What we do in an outage, how you hear of it, and what you get back.',
    text: `# There is a fault in my street. What now?
If your line is part of a fault that we know, your start page says so, with the time by which we expect it to be over. You need not report it, and you need not stay at home: we tell you when it is mended.

If you raise a ticket all the same, it joins the ticket of the fault. You see each step of it, and we ask you at the end whether your line works again. If it does not, say so: your ticket then goes on by itself.

Does your plan promise an availability? Then we reckon at the end of the month whether the promise was kept. If not, a credit is on your next bill without your asking, with the reckoning beside it.`,
  },
  {
    key: 'planned-work', title: 'Planned work on your line', category: 'Faults', keywords: ['maintenance', 'planned work', 'night', 'notice'],
    about: 'Why we switch lines off at night, and how you hear of it before.',
    text: `# Planned work on your line
Now and then we change devices in our exchanges or mend cables before they break. We do it between midnight and five in the morning where we can, and we tell you before.

The notice names the day and the hours. Your line can be away for all of that time, though mostly it is a few minutes. Calls to emergency numbers work over any mobile network meanwhile.

Planned work inside its announced hours does not count as an outage. What goes on beyond them does.`,
  },
  {
    key: 'roaming', title: 'Using your phone abroad', category: 'Mobile', keywords: ['roaming', 'abroad', 'travel', 'eu', 'data'],
    about: 'What costs nothing extra in the EU, what costs elsewhere, and how to stay safe from surprises.',
    text: `# Using your phone abroad
**In the EU, Iceland, Liechtenstein and Norway** you use your phone as at home, at no extra charge. Only with very much data for a long time may we add a small charge, and we tell you before.

**Elsewhere**, Switzerland, Turkey and the United Kingdom among them, calls and data cost extra. When you arrive we send you a message with the prices. Data stops at €60 unless you let it go on.

**On a ship or in a plane** your phone may use a network over satellite, which is dear everywhere. Switch on flight mode before you board.

A ferry crossing on the bill, or a network from beyond the border? Dispute that line in your bill; small amounts come back at once.`,
  },
  {
    key: 'lost-phone', title: 'My phone is lost or stolen', category: 'Mobile', keywords: ['lost', 'stolen', 'block', 'sim', 'esim'],
    about: 'Block the card first, then the phone, then ask for a new card.',
    text: `# My phone is lost or stolen
1. **Block the card.** In "My products" choose the line and "Suspend". Nobody can call or surf at your cost from that moment; you can be called no more either.
2. **Block the phone** with the "find my device" service of its maker. Do not delete it before you have looked where it is.
3. **Change the password of your mail**, for whoever has your mail can reset the others.
4. **Tell the police** if it was stolen, and note the number of the device (IMEI). It is on your order and on the box.
5. **Order a new card**, or an eSIM, which comes by mail within minutes. Your number stays.

Found it again? Lift the suspension in the same place.`,
  },
  {
    key: 'tv-picture', title: 'The TV picture breaks up', category: 'TV', keywords: ['tv', 'picture', 'pixel', 'box', 'channel'],
    about: 'Squares in the picture come from the cable, the box or the line; how to tell which.',
    text: `# The TV picture breaks up
**On one channel only?** Then it is the channel. Wait an hour; if it goes on, raise a ticket and name the channel.

**On all channels?** Restart the box: plug out, a minute's wait, plug in. Then check the cable between box and router. Television over Wi-Fi needs a strong signal; try a cable once before you blame the box.

**Only in the evening?** Run a speed test while it happens. One film in the best quality takes 25 Mbit/s; three of them at once are too much for a line of 50.`,
  },
  {
    key: 'read-bill', title: 'How to read your bill', category: 'Bills', keywords: ['bill', 'charge', 'vat', 'first bill', 'higher'],
    about: 'Why the first bill is higher, what each part means, and where to ask.',
    text: `# How to read your bill
A bill covers a calendar month. Monthly prices are paid ahead, what you use is paid afterwards.

**The first bill is higher** because it has the days of the month in which you began, and all of the next month. Fees for setting up are on it once.

**A change in the middle of a month** appears twice: a credit for the days of the old plan, and a charge for the days of the new one. Together they are what you really had.

**VAT** is in all prices for consumers and is shown at the end.

Does a line look wrong? Choose "Dispute" beside it. What you dispute is not due while we look into it; the rest is.`,
  },
  {
    key: 'dispute', title: 'Dispute a charge', category: 'Bills', keywords: ['dispute', 'refund', 'wrong charge', 'complaint', 'credit'],
    about: 'How a dispute goes, how long it takes and what happens to the money meanwhile.',
    text: `# Dispute a charge
Choose the line on your bill and "Dispute", and write in a sentence what is wrong. Disputing part of a line is possible.

The amount is held: it is not due, costs no late fee and is not collected. Please pay the rest as always.

We decide in a few working days. Up to €25 we take your word. What we grant is a credit on the same bill as far as it is open, and on the next one otherwise. What we do not grant is due again from the day we tell you, with our reason.

You do not agree? Reopen the ticket within five days and say why. After that the conciliation body of the Federal Network Agency hears you at no charge.`,
  },
  {
    key: 'move-home', title: 'Moving home', category: 'Contract', keywords: ['move', 'address', 'contract', 'cancel'],
    about: 'Take your line along, or leave if we cannot come with you.',
    text: `# Moving home
Tell us four weeks before, better six: a technician may have to come, and at the end of a month many people move.

**We can serve your new address:** your contract goes on as it is, with the same end. If more is possible there you may change to a faster plan; if less is, you pay for what you get.

**We cannot:** you may leave with a month's notice, whatever the contract says.

Your number stays yours within the same town. Your mobile plan does not mind where you live; only the address on your bills changes.`,
  },
  {
    key: 'leave', title: 'Cancel a plan', category: 'Contract', keywords: ['cancel', 'notice', 'term', 'end'],
    about: 'When you can leave, how, and what happens to your number.',
    text: `# Cancel a plan
Your plan's page shows the day on which its term ends. You can cancel to that day with one month's notice, and to the end of any month after it. Plans without a term end with the month.

Cancel in "My products": choose the plan, then "Cancel". You get a confirmation with the last day at once. Until that day everything works as before.

**Take your number along** by ordering the move at your new provider; do not cancel yourself then, or the number may be free too early.

**Devices paid in parts** are yours; what is left of their price comes with the last bill.`,
  },
];
