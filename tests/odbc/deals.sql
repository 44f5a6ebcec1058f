create table deals(日期 date, 板块 text, 成交额 numeric(16, 4), 备注 text);
insert into deals
    select date '2026-04-13' + day, board, (1 + day) * 100.25 + row, case when row = 1 then '含"引号", 与逗号' end
    from generate_series(0, 4) as day, generate_series(1, 2000) as row, (values ('人工智能'), ('机器人𠮷')) as boards(board);
