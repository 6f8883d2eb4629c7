-- One statement of each kind that H2 and PostgreSQL read alike. Times are milliseconds since 1970 (UTC).
create table event (
  investigation varchar(64) not null,
  sequence bigint not null,
  type varchar(64) not null,
  at_millis bigint not null,
  body text not null,
  hash char(64) not null,
  primary key (investigation, sequence)
);

create index event_first on event (sequence, at_millis);

create table lease (
  investigation varchar(64) not null primary key,
  owner varchar(128) not null,
  expires_at bigint not null
);
