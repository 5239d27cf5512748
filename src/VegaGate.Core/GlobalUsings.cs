// Rules and configuration both guess at misspelt words; rules name the class without a using line of its own.
global using NearestWord = VegaGate.Text.NearestWord;
