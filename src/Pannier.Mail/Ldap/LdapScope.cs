namespace Pannier.Mail.Ldap;

/// <summary>How far below a name is looked (RFC 4511 §4.5.1.2).</summary>
internal enum LdapScope
{
    BaseObject = 0,
    SingleLevel = 1,
    WholeSubtree = 2,
}
