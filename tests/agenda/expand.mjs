// Calendars as ical.js reads them. A line of input is one calendar as a JSON string; its line of output lists what takes place:
// [start, end, title, place, transparency], moments in UTC, days as YYYY-MM-DD.
import { createInterface } from "node:readline";
import ICAL from "ical.js";

function* occurrences(calendar) {
    const vevents = calendar.getAllSubcomponents("vevent").map((vevent) => new ICAL.Event(vevent, { exceptions: [] }));
    for (const { uid, component } of vevents.filter((event) => !event.isRecurrenceException())) {
        const exceptions = vevents.filter((event) => event.isRecurrenceException() && event.uid === uid);
        const event = new ICAL.Event(component, { exceptions });
        const starts = event.iterator();
        for (let start = starts.next(); start; start = starts.next()) yield event.getOccurrenceDetails(start);
    }
}

const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());

const row = ({ startDate, endDate, item }) =>
    [moment(startDate), moment(endDate), item.summary, item.location ?? "", item.component.getFirstPropertyValue("transp")];

for await (const line of createInterface({ input: process.stdin })) {
    const calendar = ICAL.Component.fromString(JSON.parse(line));
    console.log(JSON.stringify([...occurrences(calendar)].map(row)));
}
