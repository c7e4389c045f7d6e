using System.Buffers.Text;
using System.Text;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions;

namespace Pannier.Core.Outside.OpenId;

/// <summary>Seals what was asked into the <c>state</c> of the question: nothing is kept of visitors who do not come back, and the provider cannot read it.</summary>
internal sealed class OpenIdStates(SiteKey site, Vault vault)
{
    /// <summary>The longest that is read.</summary>
    public const int Longest = 998;

    private const string Purpose = "open-id";
    private const int LongestNext = 300;
    private static readonly AssociatedData Bound = new("", "open-id-state", "", 2);

    public string Seal(OpenIdState state)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain, Encoding.UTF8);
        writer.Write((byte)state.Purpose);
        writer.Write(state.AskedAt.UtcTicks);
        writer.Write((byte)state.Visitor.Length);
        writer.Write(state.Visitor);
        writer.Write(state.Verifier);
        writer.Write(state.Nonce);
        writer.Write((byte)state.Wishes);
        writer.Write(state.Next is { Value: { Length: <= LongestNext } next } ? next : "");
        return Base64Url.EncodeToString(site.SealForItself(vault, Purpose, Bound, plain.ToArray()));
    }

    /// <summary>Null for one that is not ours.</summary>
    public OpenIdState? Open(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text) || site.OpenOwn(vault, Purpose, Bound, Base64Url.DecodeFromChars(text)) is not { } plain) return null;

        using var reader = new BinaryReader(new MemoryStream(plain), Encoding.UTF8); // it is our own, whole
        var (purpose, at, visitor) = ((OpenIdPurpose)reader.ReadByte(), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero), reader.ReadBytes(reader.ReadByte()));
        return new OpenIdState(purpose, at, visitor, reader.ReadString(), reader.ReadString(), (Wishes)reader.ReadByte(), LocalUrl.Read(reader.ReadString()));
    }
}
