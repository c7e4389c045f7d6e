namespace Pannier.Mail;

/// <summary>Where a mail server is and how to speak to it.</summary>
public sealed record ServerAddress(HostName Host, Port Port, ConnectionSecurity Security)
{
    public override string ToString() => $"{Host}:{Port}";
}
