namespace Pannier.Mail.Ldap;

/// <summary>An entry of a directory.</summary>
/// <param name="Dn">Its distinguished name, as the server writes it.</param>
/// <param name="Values">The first value of each attribute that was asked for and is text; by lower-case name.</param>
public sealed record LdapEntry(string Dn, IReadOnlyDictionary<string, string> Values);
