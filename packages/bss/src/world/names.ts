export const GIVEN_NAMES = [
  'Amara', 'Anouk', 'Arjun', 'Aylin', 'Bastian', 'Beatriz', 'Bogdan', 'Celeste', 'Chidi', 'Dalia', 'Dmitri', 'Elif',
  'Emeka', 'Farida', 'Finn', 'Greta', 'Hana', 'Henrik', 'Ilse', 'Imani', 'Ivo', 'Jamila', 'Jonas', 'Kaito',
  'Katarina', 'Kwame', 'Leila', 'Linh', 'Luca', 'Maja', 'Mehmet', 'Mirela', 'Nadia', 'Nils', 'Noor', 'Oskar',
  'Paloma', 'Petra', 'Quentin', 'Rania', 'Ravi', 'Rosalie', 'Samuel', 'Sanna', 'Tariq', 'Thea', 'Uma', 'Viktor',
  'Wanda', 'Xenia', 'Yara', 'Youssef', 'Zofia', 'Zubair',
] as const;

export const FAMILY_NAMES = [
  'Achebe', 'Albrecht', 'Almeida', 'Aydin', 'Balogun', 'Bergmann', 'Bianchi', 'Castellanos', 'Chaudhry', 'Dahl',
  'Dimitrov', 'Eriksen', 'Fernandes', 'Friedrich', 'Gashi', 'Grabowski', 'Haidari', 'Hoang', 'Ibrahim', 'Iversen',
  'Jovanovic', 'Kaplan', 'Kimura', 'Kowalczyk', 'Kruger', 'Lehmann', 'Lombardi', 'Mahmoudi', 'Moreau', 'Mwangi',
  'Nakamura', 'Novak', 'Oduya', 'Olsen', 'Papadakis', 'Petrescu', 'Quandt', 'Rahimi', 'Rossi', 'Santoro',
  'Schreiber', 'Sorensen', 'Tanaka', 'Tessema', 'Ullmann', 'Vargas', 'Wagner', 'Yilmaz', 'Zimmermann',
] as const;

export const STREETS = [
  'Lindenallee', 'Am Speicher', 'Birkenweg', 'Uferstrasse', 'Kastanienhof', 'Gartenzeile', 'Mühlengasse', 'Turmplatz',
  'Sonnenring', 'Alte Gärtnerei', 'Falkenstieg', 'Werkhofstrasse', 'Kanalweg', 'Rosenhang', 'Zum Anger',
] as const;

export const TOWNS = [
  ['10437', 'Berlin'], ['13187', 'Berlin'], ['20359', 'Hamburg'], ['04177', 'Leipzig'], ['50823', 'Cologne'],
  ['80797', 'Munich'], ['01099', 'Dresden'], ['28203', 'Bremen'], ['30451', 'Hanover'], ['90429', 'Nuremberg'],
  ['24103', 'Kiel'], ['18055', 'Rostock'],
] as const;
