-- A second look that reopens an application sets its clock anew: a pause for documents reckons from that day on.
alter table application add column clock_from date;
update application a
set clock_from = (select max(e.at at time zone 'Asia/Shanghai')::date from application_event e
                  where e.enterprise_id = a.enterprise_id and e.application_id = a.id and e.kind = 'reopened')
where a.second_look_at is not null;
