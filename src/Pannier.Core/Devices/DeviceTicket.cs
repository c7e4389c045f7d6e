using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pannier.Core.Devices;

/// <summary>What the device cookie carries: 32 random bytes. It opens nothing; it says that its browser has been somebody's before.</summary>
internal sealed class DeviceTicket
{
    private const int Size = 32;
    private readonly byte[] _value;

    private DeviceTicket(byte[] value) => _value = value;

    /// <summary>What is kept of it.</summary>
    public byte[] Hash() => SHA256.HashData(_value);

    public static DeviceTicket New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads a cookie's value; null when it is none.</summary>
    public static DeviceTicket? Read(string cookie) =>
        cookie.Length <= 64 && Base64Url.IsValid(cookie, out var size) && size == Size ? new(Base64Url.DecodeFromChars(cookie)) : null;

    /// <summary>The cookie's value.</summary>
    public string Reveal() => Base64Url.EncodeToString(_value);

    public override string ToString() => "•••";
}
