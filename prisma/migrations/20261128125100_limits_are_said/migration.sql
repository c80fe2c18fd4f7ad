-- At a bank that sets limits of approval a person without one approves nothing: no limit is said, not left out.
alter table bank_authority alter column most_fen drop not null;
insert into bank_authority (institution_id, user_id, most_fen, set_by, set_at)
select u.institution_id, u.id, null, s.set_by, s.set_at
from user_account u
join lateral (select b.set_by, b.set_at from bank_authority b where b.institution_id = u.institution_id
              order by b.set_at desc, b.user_id limit 1) s on true
where u.role = 'reviewer' and u.state = 'active'
on conflict do nothing;
