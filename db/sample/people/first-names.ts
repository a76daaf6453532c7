/** First names as they occur together in a Dutch neighbourhood; nobody in particular. */
export const firstNames: readonly string[] = [
  "Aad", "Adriaan", "Aisha", "Albert", "Alie", "Amina", "Anja", "Anke", "Anneke", "Annelies", "Annemarie", "Anouk", "Ans", "Arie",
  "Arjan", "Astrid", "Aylin", "Bart", "Bea", "Bert", "Betty", "Bilal", "Birgit", "Bob", "Bram", "Carla", "Carolien", "Cees", "Chantal",
  "Charlotte", "Chris", "Coen", "Corrie", "Daan", "Daphne", "Derya", "Dewi", "Dick", "Dilan", "Dineke", "Dirk", "Dorien", "Eda", "Edwin",
  "Eelco", "Elif", "Ellen", "Els", "Emma", "Erik", "Esra", "Esther", "Eva", "Farid", "Fatima", "Femke", "Fenna", "Ferry", "Floor", "Frank",
  "Frans", "Freek", "Fred", "Gerard", "Gerda", "Gert", "Gijs", "Greet", "Guus", "Hakan", "Hanneke", "Hans", "Harm", "Heleen", "Hennie",
  "Henk", "Herman", "Hetty", "Hilde", "Hugo", "Ibrahim", "Ilse", "Ina", "Inge", "Ingrid", "Irene", "Iris", "Ivo", "Jaap", "Jacqueline",
  "Jan", "Janneke", "Jantien", "Jasmijn", "Jasper", "Jeanette", "Jelle", "Jeroen", "Joke", "Joost", "Jos", "Josien", "Judith", "Julia",
  "Jurgen", "Kadir", "Karel", "Karin", "Katarzyna", "Kees", "Khadija", "Kim", "Klaas", "Koen", "Lara", "Laura", "Leen", "Leila", "Leo",
  "Lianne", "Lies", "Linda", "Lisa", "Loes", "Lotte", "Luc", "Maaike", "Maarten", "Mabel", "Machteld", "Mandy", "Manon", "Marcel",
  "Margriet", "Maria", "Marieke", "Marijke", "Marit", "Mark", "Marleen", "Marloes", "Martijn", "Mehmet", "Merel", "Michiel", "Mieke",
  "Milan", "Mirjam", "Monique", "Murat", "Myrthe", "Nadia", "Natasja", "Nel", "Nico", "Niels", "Nienke", "Nina", "Olga", "Otto", "Patrick",
  "Paul", "Paula", "Peter", "Petra", "Pieter", "Piotr", "Rachid", "Ravi", "Renske", "Ria", "Rianne", "Rik", "Rob", "Robin", "Roel", "Ronald",
  "Roos", "Ruben", "Ruud", "Said", "Sander", "Sandra", "Sanne", "Saskia", "Selma", "Sem", "Shanti", "Sietske", "Simone", "Sjaak", "Sjoerd",
  "Sofie", "Stefan", "Steven", "Stijn", "Sunita", "Suzan", "Sven", "Sylvia", "Tamara", "Tess", "Theo", "Thijs", "Tim", "Tineke", "Toos",
  "Truus", "Vera", "Vincent", "Walter", "Wendy", "Wesley", "Wiebe", "Wil", "Wilma", "Wim", "Wouter", "Yara", "Yusuf", "Yvonne", "Zeynep",
];
