using System.Security.Cryptography;
using NSec.Cryptography;
using Pannier.Mail;

namespace Pannier.Core.Crypto;

/// <summary>Runs the slow function, at most one a core at a time: each run holds its memory, and a flood of sign-ins must not.</summary>
/// <param name="vault">Tells whether libsodium is here.</param>
/// <param name="current">What new passwords cost.</param>
public sealed class PasswordKdf(Vault vault, KdfParameters current) : IDisposable
{
    /// <summary>Octets of a salt.</summary>
    public const int SaltSize = 16;

    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private long _runs;
    private long _work;

    /// <summary>With the parameters new passwords have unless the site chose higher ones.</summary>
    public PasswordKdf(Vault vault)
        : this(vault, vault.HasLibsodium ? KdfParameters.Argon2id : KdfParameters.Pbkdf2)
    {
    }

    /// <summary>The parameters of new passwords.</summary>
    public KdfParameters Current { get; } = current;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltSize);

    /// <summary>How often the slow function has run.</summary>
    internal long Runs => Interlocked.Read(ref _runs);

    /// <summary>What all runs cost together: passes times KiB of memory for Argon2id, rounds for PBKDF2. Load on the machine does not change it.</summary>
    internal long Work => Interlocked.Read(ref _work);

    /// <summary>One run, split by HKDF into verifier and wrapping key; the caller disposes them.</summary>
    /// <exception cref="BoxRefused">The parameters need libsodium, which this process does not have.</exception>
    public async Task<PasswordKeys> DeriveAsync(Secret password, ReadOnlyMemory<byte> salt, KdfParameters parameters, CancellationToken cancellation)
    {
        if (parameters.IsArgon2 && !vault.HasLibsodium)
            throw new BoxRefused(BoxFault.AlgorithmMissing, "A password was stretched with Argon2id, and libsodium did not load on this machine. Install it, or run Pannier where it is.");

        await _cores.WaitAsync(cancellation);
        try
        {
            Interlocked.Increment(ref _runs);
            Interlocked.Add(ref _work, (long)parameters.Passes * Math.Max(1, parameters.MemoryKib));
            return await Task.Run(() => Split(password, salt.Span, parameters), cancellation);
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();

    /// <summary>The bare function, also for published vectors.</summary>
    internal static void Stretch(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, KdfParameters parameters, Span<byte> output)
    {
        if (!parameters.IsArgon2)
        {
            Rfc2898DeriveBytes.Pbkdf2(password, salt, output, parameters.Passes, HashAlgorithmName.SHA512);
            return;
        }

        var argon2 = new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = parameters.MemoryKib, NumberOfPasses = parameters.Passes };
        PasswordBasedKeyDerivationAlgorithm.Argon2id(argon2).DeriveBytes(password, salt, output);
    }

    private static PasswordKeys Split(Secret password, ReadOnlySpan<byte> salt, KdfParameters parameters)
    {
        Span<byte> stretched = stackalloc byte[32];
        Span<byte> key = stackalloc byte[BoxKey.Length];
        try
        {
            Stretch(password.RevealBytes(), salt, parameters, stretched);
            var verifier = new byte[32];
            Hkdf.Expand(stretched, "password/verifier", verifier);
            Hkdf.Expand(stretched, "password/wrap", key);
            return new(verifier, BoxKey.Of(0, key));
        }
        finally
        {
            stretched.Clear();
            key.Clear();
        }
    }
}
