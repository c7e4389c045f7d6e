namespace Pannier.Mail.Discovery;

/// <summary>A DNS record that names a service's server (SRV, RFC 2782).</summary>
/// <param name="Target">As the answer has it; <c>.</c> says that the service is not offered.</param>
public sealed record ServiceRecord(int Priority, int Weight, int Port, string Target);
