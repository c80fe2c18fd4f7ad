-- A signed contract has its days until the money is paid out: the day on which it was recorded.
alter table application add column contracted_on date;
update application a
set contracted_on = (select max(e.at at time zone 'Asia/Shanghai')::date from application_event e
                     where e.enterprise_id = a.enterprise_id and e.application_id = a.id and e.kind = 'contracted')
where a.state in ('contracted', 'disbursed');

-- An application that ended without money leaves no offer that still says accepted.
update offer o
set state = case when a.state = 'withdrawn' then 'declined' else 'lapsed' end, answered_at = coalesce(o.answered_at, a.closed_at)
from application a
where a.enterprise_id = o.enterprise_id and a.id = o.application_id and o.state in ('open', 'accepted')
  and a.state in ('withdrawn', 'declined', 'returned', 'lapsed');
