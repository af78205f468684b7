import { Button, Menu } from '@mantine/core';
import { IconDoorExit, IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { endSession, type Me } from '../api/me.js';
import { queries } from '../api/queries.js';
import styles from './who-am-i.module.css';

export function WhoAmI({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useCommand((_: void) => endSession('current'), {
    changes: [],
    onDone: () => {
      queries.clear();
      void navigate({ to: '/' });
    },
  });
  const places = [...me.schoolLocations, ...me.organisations, ...me.regions].map(({ name }) => name);
  return (
    <Menu position="bottom-end" width={300} withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="dark"
          leftSection={<IconUserCircle aria-hidden size={22} stroke={1.75} />}
          className={styles.button}
        >
          {me.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
          {me.roles.map(({ role }) => (
            <span key={role}>{t(`role.${role}`)}</span>
          ))}
          {places.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/ik">
          {t('me')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDoorExit aria-hidden size={18} stroke={1.75} />}
          onClick={() => signOut.mutate()}
        >
          {t('sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
