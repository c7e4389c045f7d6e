using System.Security.Cryptography;
using NSec.Cryptography;
using Pannier.Mail;

namespace Pannier.Core.Crypto;

/// <summary>Runs the slow function, at most one a core at a time, so that sign-ins cannot exhaust memory.</summary>
public sealed class PasswordKdf(Vault vault) : IDisposable
{
    /// <summary>Octets of a salt.</summary>
    public const int SaltSize = 16;

    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    /// <summary>The parameters of new passwords.</summary>
    public KdfParameters Current => vault.Suite == CryptoSuite.XChaCha20Poly1305 ? KdfParameters.Argon2id : KdfParameters.Pbkdf2;

    public async Task<PasswordKeys> DeriveAsync(Secret password, ReadOnlyMemory<byte> salt, KdfParameters parameters, CancellationToken cancellation)
    {
        await _cores.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Split(Stretch(password, salt.Span, parameters)), cancellation);
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();

    internal static byte[] Stretch(Secret password, ReadOnlySpan<byte> salt, KdfParameters parameters)
    {
        if (parameters.Kdf == Kdf.Pbkdf2) return Rfc2898DeriveBytes.Pbkdf2(password.RevealBytes(), salt, parameters.Cost, HashAlgorithmName.SHA512, Keys.Size);

        var argon = PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = parameters.MemoryKiB, NumberOfPasses = parameters.Cost });
        return argon.DeriveBytes(password.RevealBytes(), salt, Keys.Size);
    }

    private static PasswordKeys Split(byte[] stretched)
    {
        try
        {
            return new PasswordKeys(Keys.Derive(stretched, "password verifier"), Keys.Derive(stretched, "password wrapping key"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(stretched);
        }
    }
}
