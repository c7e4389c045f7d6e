using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A password about to be stored: its salt and cost, and what one slow run made of it.</summary>
internal sealed class NewPassword(byte[] salt, KdfParameters parameters, PasswordKeys keys) : IDisposable
{
    public byte[] Salt { get; } = salt;

    public KdfParameters Parameters { get; } = parameters;

    public PasswordKeys Keys { get; } = keys;

    public void Dispose() => Keys.Dispose();
}
