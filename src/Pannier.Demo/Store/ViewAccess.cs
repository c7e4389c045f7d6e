namespace Pannier.Demo.Store;

/// <summary>Whether a mailbox was opened by SELECT or by EXAMINE.</summary>
internal enum ViewAccess
{
    ReadWrite,
    ReadOnly,
}
