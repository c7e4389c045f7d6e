namespace Pannier.Mail.Net;

/// <summary>What a connection is for; each purpose has rules of its own.</summary>
public enum EgressPurpose
{
    /// <summary>Servers that hold or send a person's mail.</summary>
    Mail,

    /// <summary>Documents that strangers name: settings published by a domain, pictures.</summary>
    Web,

    /// <summary>Providers that people sign in with: their tokens go there.</summary>
    Identity,
}
