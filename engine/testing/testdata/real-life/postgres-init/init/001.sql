create table tide (at timestamptz primary key, metres numeric);
