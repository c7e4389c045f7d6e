using Microsoft.Extensions.Primitives;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Tests.Core.Http;

public class FieldsTests
{
    private enum Fruit
    {
        RedApple,
        Pear,
    }

    [Fact]
    public void Reads_what_is_there()
    {
        var fields = Of(("line", "hello "), ("port", "25"), ("id", "00000000000000ff"), ("many", "Pear"), ("on", ""));

        Assert.Equal("hello", fields.One("line", Line.Read).Value);
        Assert.Equal(25, fields.One("port", Port.Read).Number);
        Assert.Equal(new AccountId(255), fields.One("id", AccountId.Read));
        Assert.Equal(Tick.On, fields.Ticked("on"));
        Assert.Equal(Tick.Off, fields.Ticked("off"));
        Assert.Single(fields.Many("many", Line.Read, 3));
        Assert.Empty(fields.Faults);
    }

    [Fact]
    public void A_field_that_may_be_missing_may_be_empty()
    {
        var fields = Of(("empty", ""));

        Assert.Null(fields.Maybe("empty", Line.Read));
        Assert.Null(fields.Maybe("missing", Line.Read));
        Assert.Null(fields.Maybe("missing", AccountId.Read));
        Assert.Empty(fields.Many("missing", AccountId.Read, 1));
        Assert.Empty(fields.Faults);
    }

    [Fact]
    public void Each_way_of_being_wrong_has_its_name()
    {
        var fields = Of(("bad", "x"), ("twice", "1"), ("twice", "2"), ("three", "a"), ("three", "b"), ("three", "c"), ("extra", "1"));

        _ = fields.One("missing", Port.Read);
        _ = fields.One("missing-id", AccountId.Read);
        _ = fields.One("bad", Port.Read);
        _ = fields.One("twice", Port.Read);
        _ = fields.Maybe("twice", AccountId.Read);
        _ = fields.Many("three", Line.Read, 2);

        Assert.Equal(
            [("missing", FieldFaultKind.Missing), ("missing-id", FieldFaultKind.Missing), ("bad", FieldFaultKind.Unreadable), ("twice", FieldFaultKind.TooMany), ("twice", FieldFaultKind.TooMany), ("three", FieldFaultKind.TooMany), ("extra", FieldFaultKind.Unknown)],
            fields.Faults.Select(fault => (fault.Name, fault.Kind)));
    }

    [Fact]
    public void One_bad_value_of_many_is_a_fault()
    {
        var fields = Of(("id", "00000000000000ff"), ("id", "<script>"));

        _ = fields.Many("id", AccountId.Read, 5);

        Assert.Equal(FieldFaultKind.Unreadable, Assert.Single(fields.Faults).Kind);
    }

    [Fact]
    public void Files_are_capped()
    {
        var file = new FormUpload("a.txt", "text/plain", 11, () => Stream.Null);
        var fields = new Fields(_ => default, _ => [file], ["f"]);

        _ = fields.Files("f", 1, 10);

        Assert.Equal(FieldFaultKind.TooLarge, Assert.Single(fields.Faults).Kind);
        Assert.Equal(FieldFaultKind.TooMany, Faults(f => f.Files("f", 0, 100), file));
        Assert.Null(Faults(f => f.Files("f", 1, 11), file));
    }

    [Fact]
    public void An_input_describes_itself_without_a_request()
    {
        var fields = new Fields(null, null, []);

        _ = fields.One("a", Line.Read);
        _ = fields.Maybe("b", AccountId.Read);
        _ = fields.Many("c", AccountId.Read, 7);
        _ = fields.Ticked("d");
        _ = fields.Files("e", 2, 10);

        Assert.Equal("a: Line, b: AccountId?, c: AccountId[0..7], d: Tick, e: File[0..2]<=10", fields.Surface);
    }

    [Fact]
    public void A_choice_is_a_name_and_no_number()
    {
        Assert.Equal(Fruit.RedApple, Choice.Read<Fruit>("red-apple"));
        Assert.Equal("red-apple", Choice.Name(Fruit.RedApple));
        Assert.Null(Choice.Read<Fruit>("0"));
        Assert.Null(Choice.Read<Fruit>("RedApple"));
    }

    [Fact]
    public void A_line_has_no_second_line()
    {
        Assert.Null(Line.Read("a\r\nBcc: x@evil.example"));
        Assert.Null(Line.Read("a\0b"));
        Assert.Null(Line.Read(new string('x', 999)));
        Assert.Equal("a b", Line.Read("  a b ")?.ToString());
    }

    [Fact]
    public void Prose_has_one_kind_of_line_end()
    {
        Assert.Equal("a\nb\nc", Prose.Read("a\r\nb\rc")?.Value);
        Assert.Null(Prose.Read("a\0"));
        Assert.Equal("x", Prose.Read("x")?.ToString());
    }

    private static FieldFaultKind? Faults(Action<Fields> read, FormUpload file)
    {
        var fields = new Fields(_ => default, _ => [file], []);
        read(fields);
        return fields.Faults.Select(fault => (FieldFaultKind?)fault.Kind).FirstOrDefault();
    }

    private static Fields Of(params (string Name, string Value)[] sent)
    {
        var values = sent.ToLookup(field => field.Name, field => field.Value);
        return new Fields(name => new StringValues([.. values[name]]), _ => [], sent.Select(field => field.Name));
    }
}
