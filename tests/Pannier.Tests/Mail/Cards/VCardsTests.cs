using Pannier.Mail.Cards;

namespace Pannier.Tests.Mail.Cards;

public sealed class VCardsTests
{
    [Fact]
    public void Says_who_it_is_and_how_to_reach_them()
    {
        var card = Assert.Single(VCards.Read(
            """
            BEGIN:VCARD
            VERSION:4.0
            FN:Ada\, the elder
            N:Lindqvist;Ada;;;
            ORG:Orchard House;Press
            TITLE:Editor
            item1.EMAIL;TYPE="work,x:y":ada@orch
             ard.example
            TEL;TYPE=cell:+46 31 000
            ADR:;;Quay 3\, yard;Göteborg;;411 01;Sweden
            PHOTO:https://t.example/p.png
            KEY:data:application/pgp-keys;base64,AAAA
            END:VCARD
            """));

        Assert.Equal((CardKind.Contact, "Ada, the elder"), (card.Kind, card.Title));
        Assert.Equal(
            ["Organisation: Orchard House, Press", "Role: Editor", "Email: ada@orchard.example", "Telephone: +46 31 000", "Address: Quay 3, yard, Göteborg, 411 01, Sweden"],
            card.Facts.Select(fact => $"{fact.Field}: {fact.Text}"));
    }

    [Fact]
    public void Reads_what_old_telephones_write()
    {
        var card = Assert.Single(VCards.Read("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BC=\r\nrgen\r\nTEL;CELL:0123\r\nEND:VCARD\r\n"));

        Assert.Equal("Jürgen Müller", card.Title);
        Assert.Equal([new CardFact(CardField.Telephone, "0123")], card.Facts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("BEGIN:VCARD\nFN:Ann")]
    [InlineData("FN:Ann\nEND:VCARD")]
    [InlineData("BEGIN:VCARD\nVERSION:4.0\nEND:VCARD")]
    public void What_is_no_card_or_says_nothing_is_none(string text) => Assert.Empty(VCards.Read(text));

    [Fact]
    public void A_long_file_is_a_file_and_many_are_few()
    {
        Assert.Empty(VCards.Read(new string('x', VCards.MostCharacters + 1)));
        Assert.Equal(Card.Most, VCards.Read(string.Concat(Enumerable.Range(0, 50).Select(at => $"BEGIN:VCARD\nFN:A {at}\nEND:VCARD\n"))).Count);
    }
}
