-- Full text. Documents are words in the form of searchText (src/domain/search.ts), so that cutting at blanks is all that is left to do here: the ascii
-- tokenizer does just that. A document's rowid is the 64-bit value of its owner's id; the program writes them with their owners.
CREATE VIRTUAL TABLE article_search USING fts5(title, text, tokenize = 'ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE position_search USING fts5(quotes, tokenize = 'ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE round_report_search USING fts5(quotes, tokenize = 'ascii');
