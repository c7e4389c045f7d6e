using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>What people type as recipients: what is taken for an address can stand in a header and reads the same again.</summary>
internal sealed class Addresses : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } =
    [
        "Ann <ann@example.org>, bob@example.org; \"Q. Public, Jr.\" <q@example.org>",
        "friends: a@example.org, b@example.org;",
        "jürgen@bücher.example (Jürgen), \"odd local\"@example.org, x@[192.0.2.1]",
        "..a@example.org, a..b@example.org, a.@example.org, .@example.org",
        "a@exampl.\ufeff, b@example\u3002org",
        "山田 <yamada@例え.テスト>\nBob\t<bob+tag@example.org>",
    ];

    public IReadOnlyList<string> Words { get; } = ["<", ">", "@", "(", ")", "\\\"", "xn--", "xn--a", "[IPv6:::1]", "\r\nBcc: x@e.example", "<@a:b@c>", ": ;"];

    public Task TryAsync(byte[] input)
    {
        var text = IFuzzTarget.Text(input);
        var reading = AddressList.Read(text);
        foreach (var address in reading.Addresses)
        {
            Assert.DoesNotContain(address.ToString(), character => character is '\r' or '\n' or '\0');
            var spec = Assert.IsType<AddrSpec>(AddrSpec.Read(address.Address));
            Assert.Equal(spec, AddrSpec.Read(spec.Value));
            Assert.Equal(spec, AddrSpec.Read(WireAddress.Of("Ann", spec).Address)); // a message can be written to it
            Assert.Contains(AddressList.Read(address.Address).Addresses, again => AddrSpec.Read(again.Address)!.Equals(spec));
        }

        if (OneLine.Read(text) is { } line)
        {
            Assert.Equal(SubjectPrefix.Reply(line), SubjectPrefix.Reply(SubjectPrefix.Reply(line)));
            Assert.DoesNotContain(SubjectPrefix.Forward(line).Value, character => character is '\r' or '\n' or '\0');
        }

        if (MessageId.Read(text) is { } id) Assert.Equal(id, MessageId.Read(id.Value));
        return Task.CompletedTask;
    }
}
