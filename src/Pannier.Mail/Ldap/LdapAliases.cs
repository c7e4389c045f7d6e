namespace Pannier.Mail.Ldap;

/// <summary>Whether aliases are followed (RFC 4511 §4.5.1.3).</summary>
internal enum LdapAliases
{
    Never = 0,
}
